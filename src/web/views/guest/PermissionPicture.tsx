/** A browser that asks for camera and microphone, and the finger on "allow": understood without reading. */
export function PermissionPicture({ label }: { label: string }) {
  return (
    <svg className="permission-picture" viewBox="0 0 320 150" role="img" aria-label={label}>
      <rect className="pp-window" x="1" y="1" width="318" height="148" rx="12" />
      <circle className="pp-faint" cx="20" cy="18" r="5" />
      <rect className="pp-faint" x="36" y="10" width="268" height="16" rx="8" />
      <rect className="pp-bubble" x="30" y="38" width="200" height="92" rx="10" />
      <g className="pp-line">
        <rect x="48" y="54" width="26" height="18" rx="4" />
        <path d="M74 60l12-6v18l-12-6z" />
        <rect x="108" y="50" width="12" height="20" rx="6" />
        <path d="M102 64a12 12 0 0 0 24 0M114 76v6" />
      </g>
      <rect className="pp-faint" x="48" y="96" width="70" height="24" rx="12" />
      <rect className="pp-yes" x="130" y="96" width="84" height="24" rx="12" />
      <path className="pp-check" d="M160 108l8 8 14-16" />
      <path className="pp-finger" d="M206 104l40 16-17 6-6 17z" />
    </svg>
  );
}
