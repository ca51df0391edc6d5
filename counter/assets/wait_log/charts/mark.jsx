// One mark: a link to the visits behind it. Its title is what the pointer and a screen reader are told.
export function Mark({ first, told, link, children }) {
  return (
    <a class="mark" tabindex={first ? 0 : -1} aria-label={told} {...link}>
      <title>{told}</title>
      {children}
    </a>
  );
}
