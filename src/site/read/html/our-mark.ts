/** The attribute by which our tags are known again; HTML allows any that begins with `data-`. */
export const ourMark = 'data-cardstock';

/** The mark's value where tags of the page's own made way: whoever lost what was kept of them can tell. */
export const replacedMark = 'replaced';
