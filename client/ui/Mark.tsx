/** The mark: two columns of text that face each other, and what stands between them. It belongs to no script. */
import './mark.css';

export function Mark({ size }: { readonly size: number }) {
  return (
    <svg className="mark" viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <path d="M3 8h8M3 16h8M6 24h5M21 8h8M21 16h8M21 24h5" />
      <path className="mark-between" d="M16 4v24" />
    </svg>
  );
}
