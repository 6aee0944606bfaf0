export function BrokenPage() {
  return null;
}
