// @ts-check
// Printing what is for paper.

/** @type {Record<string, import('./effects.js').Effect>} */
export const paper = {
  /** Prints the page in looks of its own, which go when it is printed. */
  printPaper({ style }) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const takeOff = () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
    addEventListener('afterprint', takeOff, { once: true });
    window.print();
  },
};
