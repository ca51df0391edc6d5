import { page } from "../page.js";

// Three bars stand in until an office puts its own logo into its profile (office.mark: a URL).
export function OfficeMark() {
  if (page.office?.mark) return <img class="office-mark" src={page.office.mark} alt="" />;
  return (
    <svg class="office-mark" viewBox="0 0 64 64" aria-hidden="true">
      <rect width="64" height="64" rx="14" fill="#fff" />
      <rect x="13" y="32" width="9" height="16" rx="1.5" fill="#2b7a31" />
      <rect x="27.5" y="15" width="9" height="33" rx="1.5" fill="#0b5cad" />
      <rect x="42" y="24" width="9" height="24" rx="1.5" fill="#b4540a" />
      <path d="M10 52.5h44" stroke="#0c1c33" stroke-width="3" stroke-linecap="round" />
    </svg>
  );
}

// The row of triangles of Indonesian cloth, at the foot of the sign it stands in (or at its right side).
export function Tumpal({ side = false }) {
  return <i class={side ? "tumpal tumpal--side" : "tumpal"} aria-hidden="true" />;
}
