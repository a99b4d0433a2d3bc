/** An issue's colour, before its name. The name says which issue it is, so that colour is never the only sign. */
export function Badge({ colour }: Readonly<{ colour: string }>) {
  return <span className="badge" style={{ background: colour }} aria-hidden="true" />;
}
