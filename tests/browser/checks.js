// What is looked for on a page. Each function answers a list of what is wrong, in words; an empty list is a good page.
"use strict";
window.checks = (() => {
  const named = (at) => at.outerHTML.replace(/\s+/g, " ").slice(0, 120);
  const box = (at) => at.getBoundingClientRect();
  // Neither folded away nor said to screen readers only.
  const shown = (at) =>
    at.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && !at.closest(".visually-hidden, .skip, svg, [hidden]");
  const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);
  const BLOCKS = "p, li, dd, dt, h1, h2, h3, th, td, a, button, summary, label, legend, div, figcaption, .pill";
  const REACHED = "a[href], button, summary, select, textarea, input:not([type=hidden])";

  const beyondTheEdge = (at) => {
    const { left, right, width } = box(at);
    return width && (right > innerWidth + 1 || left < -1) && ![...at.children].some(beyondTheEdge);
  };
  const isCut = (at) => {
    const style = getComputedStyle(at);
    if ((style.overflowX === "visible" && style.overflowY === "visible") || at.matches("input, textarea, select"))
      return false;
    return at.scrollWidth > at.clientWidth + 1 || at.scrollHeight > at.clientHeight + 1;
  };
  const sticksOut = (text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    const block = text.parentElement.closest(BLOCKS);
    if (!block || ["inline", "contents"].includes(getComputedStyle(block).display)) return false;
    const words = range.getBoundingClientRect(), room = box(block);
    return words.width && (words.left < room.left - 2 || words.right > room.right + 2);
  };
  const texts = () => {
    const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.parentElement;
      if (walker.currentNode.data.trim() && shown(at) && !at.closest("script, style, option, title"))
        found.push(walker.currentNode);
    }
    return found;
  };

  // A page that scrolls sideways; things beyond the edge; words cut by their box or sticking out of it.
  const cutOff = () => {
    const found = document.scrollingElement.scrollWidth > innerWidth + 1 ? ["the page scrolls sideways"] : [];
    for (const at of all("body *")) {
      if (at.closest(".table")) continue; // a table scrolls by itself
      if (beyondTheEdge(at)) found.push(`beyond the edge: ${named(at)}`);
      else if (isCut(at)) found.push(`cut: ${named(at)}`);
    }
    for (const text of texts())
      if (!text.parentElement.closest(".table") && sticksOut(text)) found.push(`sticks out: ${named(text.parentElement)}`);
    return found;
  };

  // What a thumb must hit: 44 by 44, unless it stands inside a sentence. A box or circle is hit by its whole label.
  const inSentence = (at) => {
    const around = at.closest("p, li, dd, td");
    return at.matches("a, .as-link") && !at.matches(".button, .aim") && getComputedStyle(at).display === "inline"
      && around && around.textContent.trim().length > at.textContent.trim().length + 3;
  };
  const tooSmall = () =>
    all(REACHED).filter((at) => !inSentence(at))
      .map((at) => [at, box(at.matches("[type=checkbox], [type=radio]") ? at.closest("label") || at : at)])
      .filter(([, size]) => size.width < 43.5 || size.height < 43.5)
      .map(([at, size]) => `${Math.round(size.width)}x${Math.round(size.height)} ${named(at)}`);

  // Whoever goes by keyboard sees where she is: an outline of two pixels or more around it or its label.
  const outlined = (at) => {
    const style = at && getComputedStyle(at);
    return style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  };
  const unseen = () => {
    const found = all(`${REACHED}, [tabindex="0"]`).filter((at) => {
      at.focus({ preventScroll: true, focusVisible: true });
      return document.activeElement === at && !outlined(at) && !outlined(at.closest("label"));
    });
    document.activeElement.blur();
    return found.map(named);
  };

  // One thing to do: a second filled button in sight is one too many (a tab that is chosen is no action).
  const actions = () => {
    const found = all("main .button.primary:not([aria-current])");
    return found.length > 1 ? found.map(named) : [];
  };

  const barriers = async () => {
    const run = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"] };
    const { violations } = await axe.run(run);
    return violations.map((rule) => `${rule.id}: ${rule.nodes.map((at) => at.target.join(" ")).join(" | ")}`);
  };
  // Words in Latin letters on a page of another script, outside names (bdi), what says its own language, and what a
  // person typed in a language nobody knows (dir=auto). The title of a window takes no marks, so names stand bare there.
  const ownLanguage = (at) => {
    const marked = at.closest("[lang]");
    return at.closest("bdi, code, kbd, [dir=auto]") || (marked !== document.documentElement && marked.lang !== document.documentElement.lang);
  };
  const foreign = (exempt) => {
    const strange = (text) => (text.match(/\p{Script=Latin}[\p{Script=Latin}’'-]+/gu) || []).filter((word) => !exempt.includes(word));
    const found = texts().filter((text) => !ownLanguage(text.parentElement)).flatMap((text) => strange(text.data));
    for (const at of document.querySelectorAll("body *"))
      for (const said of ["aria-label", "title", "placeholder", "alt", "data-label"])
        if (at.hasAttribute(said) && !ownLanguage(at)) found.push(...strange(at.getAttribute(said)));
    return found;
  };

  // Digits of more than one script on a page: a reader should not have to change over.
  const digitSystems = () => {
    const said = document.body.innerText;
    return [/[0-9]/, /[٠-٩]/, /[۰-۹]/].filter((digits) => digits.test(said)).map(String);
  };

  // Signs that no font here can draw look like a sign that no font can have.
  const boxes = () => {
    const pen = new OffscreenCanvas(48, 48).getContext("2d", { willReadFrequently: true });
    const drawn = (sign) => {
      pen.clearRect(0, 0, 48, 48);
      pen.font = `24px ${getComputedStyle(document.body).fontFamily}`;
      pen.fillText(sign, 8, 32);
      return pen.getImageData(0, 0, 48, 48).data.join();
    };
    const nothing = drawn("\u{10FFFF}");
    return [...new Set(document.body.innerText.replace(/\s|\p{Default_Ignorable_Code_Point}/gu, ""))]
      .filter((sign) => drawn(sign) === nothing);
  };
  return { foreign, digitSystems, boxes, cutOff, tooSmall, unseen, actions, barriers, texts, shown, named };
})();
