// An unattended screen: nothing to select, no menus, and Back shows nobody else's number.
export function lockDown() {
  for (const name of ["contextmenu", "selectstart", "dragstart", "gesturestart"]) {
    document.addEventListener(name, (event) => event.preventDefault());
  }
  history.replaceState(null, "");
  history.pushState(null, "");
  addEventListener("popstate", () => history.pushState(null, ""));
  addEventListener("pageshow", (event) => event.persisted && location.reload());
}
