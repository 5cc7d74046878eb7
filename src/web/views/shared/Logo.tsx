/** Two speech bubbles that meet. */
export function Logo({ size = 32 }: { size?: number }) {
  return (
    <svg className="logo" width={size} height={size} viewBox="0 0 48 48" aria-hidden="true">
      <rect className="logo-ground" width="48" height="48" rx="11" />
      <path
        className="logo-first"
        d="M12 11h17a4 4 0 0 1 4 4v8a4 4 0 0 1-4 4H19l-6 5v-5.200A4 4 0 0 1 8 23v-8a4 4 0 0 1 4-4z"
      />
      <path
        className="logo-second"
        d="M36 20.500a4 4 0 0 1 4 4v8a4 4 0 0 1-3 3.900V41l-6-4.500h-9a4 4 0 0 1-4-4V30h11a7 7 0 0 0 7-7z"
      />
    </svg>
  );
}
