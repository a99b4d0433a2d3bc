import type { SourceGrade } from "../../../shared/model/annotation.ts";

const reliabilities = {
  A: "reliable",
  B: "usually reliable",
  C: "fairly reliable",
  D: "not usually reliable",
  E: "unreliable",
  F: "not to be judged",
} as const;
const credibilities = ["confirmed", "probably true", "possibly true", "doubtful", "improbable", "not to be judged"];

type Props = Readonly<{ grade: SourceGrade | null; onChange: (grade: SourceGrade | null) => void }>;

/** The Admiralty grade: how reliable the source, how credible what it says. */
export function Grade({ grade, onChange }: Props) {
  const choose = (reliability: string, credibility: string): void => {
    const known = (Object.keys(reliabilities) as SourceGrade["reliability"][]).find((one) => one === reliability);
    onChange(known === undefined ? null : { reliability: known, credibility: Number(credibility) || 6 });
  };
  return (
    <fieldset className="grade">
      <span>Source</span>
      <div>
        <select
          aria-label="Reliability of the source"
          value={grade?.reliability ?? ""}
          onChange={(event) => choose(event.target.value, String(grade?.credibility ?? 6))}
        >
          <option value="">not graded</option>
          {Object.entries(reliabilities).map(([letter, words]) => (
            <option key={letter} value={letter}>{`${letter} ${words}`}</option>
          ))}
        </select>
        {grade !== null && (
          <select
            aria-label="Credibility of the information"
            value={grade.credibility}
            onChange={(event) => choose(grade.reliability, event.target.value)}
          >
            {credibilities.map((words, index) => (
              <option
                key={credibilities.slice(0, index + 1).join()}
                value={index + 1}
              >{`${index + 1} ${words}`}</option>
            ))}
          </select>
        )}
      </div>
    </fieldset>
  );
}
