// Reading on a touch screen: a jump to a component keeps the address, and two buttons turn the page for who cannot swipe.
const ALMOST_A_SCREEN = 0.7; // what was read last stays in sight

const still = () => matchMedia("(prefers-reduced-motion:reduce)").matches;
const behavior = () => (still() ? "auto" : "smooth");

export function move() {
  const buttons = [...document.querySelectorAll(".standard__scroll")];
  const ends = () => {
    const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
    const [up, down] = buttons;
    up.disabled = scrollTop < 2;
    down.disabled = scrollTop + clientHeight > scrollHeight - 2;
  };
  buttons.forEach((button) => button.addEventListener("click", () => scrollBy({ top: Number(button.value) * innerHeight * ALMOST_A_SCREEN, behavior: behavior() })));
  document.querySelectorAll(".standard__jump a").forEach((link) => link.addEventListener("click", (event) => {
    event.preventDefault();
    document.querySelector(link.hash).scrollIntoView({ behavior: behavior() });
  }));
  addEventListener("scroll", ends, { passive: true });
  addEventListener("resize", ends);
  ends();
}

export function linkSites() {
  document.querySelectorAll("[data-site]").forEach((words) => {
    const link = document.createElement("a");
    link.href = words.dataset.site;
    link.rel = "noreferrer noopener";
    link.target = "_blank";
    link.append(...words.childNodes);
    words.append(link);
  });
}
