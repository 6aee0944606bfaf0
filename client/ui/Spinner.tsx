/** A turning ring, for waits too short to measure. What is waited for is said beside it, so it is hidden from readers. */
import './spinner.css';

export function Spinner() {
  return <span className="spinner" aria-hidden="true" />;
}

/** Stands where a page will be. Drawn after a moment only, so that quick answers do not flicker. */
export function Waiting({ label }: { readonly label: string }) {
  return (
    <output className="waiting muted">
      <Spinner /> {label}
    </output>
  );
}
