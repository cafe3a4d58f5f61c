import type { Vectors } from './aim.ts';

/** The same, through SVG. */
export const drawings: Vectors = {
  'svg-image': '<svg><image href="$" width="9" height="9"/></svg>',
  'svg-image-xlink': '<svg><image xlink:href="$" width="9" height="9"/></svg>',
  'svg-image-set': '<svg><image width="9" height="9"><set attributeName="href" to="$"/></image></svg>',
  'svg-use': '<svg><use href="$#x"/></svg>',
  'svg-feimage':
    '<svg><filter id="fe"><feImage href="$"/></filter><rect width="9" height="9" filter="url(#fe)"/></svg>',
  'svg-foreignobject': '<svg><foreignObject width="9" height="9"><img src="$"></foreignObject></svg>',
  'svg-script': '<svg><script href="$"></script></svg>',
  'svg-style-import': '<svg><style>@import "$";</style></svg>',
  'svg-textpath': '<svg><text><textPath href="$#x">text</textPath></text></svg>',
  'svg-gradient':
    '<svg><linearGradient id="gr" href="$#x"/><rect width="9" height="9" fill="url(#gr)"/></svg>',
  'svg-fill': '<svg><rect width="9" height="9" fill="url($#x)" stroke="url($#x)"/></svg>',
  'svg-filter': '<svg><rect width="9" height="9" filter="url($#x)"/></svg>',
  'svg-mask': '<svg><rect width="9" height="9" mask="url($#x)"/></svg>',
  'svg-clip-path': '<svg><rect width="9" height="9" clip-path="url($#x)"/></svg>',
  'svg-marker': '<svg><path d="M0 0L9 9" marker-start="url($#x)"/></svg>',
  'svg-mpath': '<svg><rect><animateMotion><mpath href="$#x"/></animateMotion></rect></svg>',
  'svg-tref': '<svg><text><tref xlink:href="$#x"/></text></svg>',
  'svg-font-face':
    '<svg><font-face><font-face-src><font-face-uri href="$"/></font-face-src></font-face></svg>',
  'svg-in-img':
    "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='$'/></svg>\">",
};
