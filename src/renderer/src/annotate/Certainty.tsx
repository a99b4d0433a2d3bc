import { useTexts } from "../i18n/texts.ts";
import { Scale } from "../ui/Scale.tsx";

type Props = Readonly<{ value: number | null; onChange: (value: number | null) => void }>;

/** How sure the coder is of a coding, from 1, a guess, to 5. */
export function Certainty(props: Props) {
  const { t } = useTexts();
  return (
    <Scale
      label={t("annotate.certainty")}
      steps={["1", "2", "3", "4", "5"]}
      ends={[t("annotate.guess"), t("annotate.certain")]}
      {...props}
    />
  );
}
