import { AnalysisView } from "../analysis/AnalysisView.tsx";
import { Conditions } from "../filter/Conditions.tsx";

/** Queries of passages are put together by the conditions of the filter bar. */
export function Analysis() {
  return <AnalysisView conditions={Conditions} />;
}
