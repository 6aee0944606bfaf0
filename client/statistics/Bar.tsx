/** A share as a bar. It grows from where reading begins; what it says stands beside it in figures. */
export function Bar({ share }: { readonly share: number }) {
  return (
    <svg className="share-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect className="share-track" width="100" height="8" />
      <rect className="share-part" width={Math.round(share * 1000) / 10} height="8" />
    </svg>
  );
}
