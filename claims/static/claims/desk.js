// Optional help for the pages, which are complete without it: brings the passage in hand into view inside its pane,
// below the sentence before it, where the browser does not know `scroll-initial-target`. Nothing else belongs here.

const inView = document.querySelector(".pane-scroll [data-in-view]");
const pane = inView?.closest(".pane-scroll");

if (pane && !CSS.supports("scroll-initial-target", "nearest")) {
  const before = inView.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  pane.scrollTop += before - pane.clientHeight / 3;
}
