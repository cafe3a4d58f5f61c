/** The attribute by which our tags are known again; HTML allows any that begins with `data-`. */
export const ourMark = 'data-cardstock';
