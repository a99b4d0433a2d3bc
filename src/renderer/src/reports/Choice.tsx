/** A format to choose, with a line about what it is good for. */
export function Choice({ name, what, onChoose }: Readonly<{ name: string; what: string; onChoose: () => void }>) {
  return (
    <button type="button" className="choice" onClick={onChoose}>
      <b>{name}</b> <span className="soft">{what}</span>
    </button>
  );
}
