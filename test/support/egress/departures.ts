import type { Vectors } from './aim.ts';

/** Documents that would leave for another address; each needs a page to itself. */
export const departures: Vectors = {
  'meta-refresh': '<meta http-equiv="refresh" content="0;url=$">',
  'meta-refresh-bare': '<meta http-equiv="refresh" content="0; $">',
  'meta-refresh-quoted': '<meta http-equiv="Refresh" content="0,URL=\'$\'">',
  'meta-refresh-body': '<body>text<meta http-equiv="refresh" content="0;url=$">',
  'meta-refresh-svg':
    '<svg><foreignObject><meta http-equiv="refresh" content="0;url=$"></foreignObject></svg>',
  'meta-refresh-data': '<meta http-equiv="refresh" content="0;url=data:text/html,<img src=$>">',
  'meta-refresh-file': '<meta http-equiv="refresh" content="0;url=file:///etc/passwd">',
  'meta-refresh-chrome': '<meta http-equiv="refresh" content="0;url=chrome://version">',
  'meta-refresh-view-source': '<meta http-equiv="refresh" content="0;url=view-source:$">',
  frameset: '<frameset cols="*"><frame src="$"></frameset>',
  'body-background': '<body background="$">',
};

export const scriptedDepartures: Vectors = {
  location: 'location = "$"',
  'location-replace': 'location.replace("$")',
  'location-data': 'location = "data:text/html,<img src=$>"',
  'location-blob': 'location = blob(`<img src="$">`, "text/html")',
  'location-file': 'location = "file:///etc/passwd"',
  'location-javascript': 'location = "javascript:`<img src=$>`"',
  navigate: 'navigation.navigate("$")',
  'form-submit': 'submit({ action: "$", method: "post" })',
  'anchor-click': 'click({ href: "$" })',
  'open-self': 'window.open("$", "_self")',
  'frame-top':
    'const d = frame().contentDocument; d.write("<script>top.location = `$`<\\/script>"); d.close()',
  'document-write-refresh': 'document.write(`<meta http-equiv="refresh" content="0;url=$">`)',
  'push-state': 'history.pushState(0, "", "#x"); location.reload()',
  'window-open': 'window.open("$")',
  'window-open-write': 'window.open("").document.write(`<img src="$">`)',
  'anchor-ping': 'click({ href: "#x", ping: "$" })',
  'anchor-download': 'click({ href: "$", download: "x" })',
};
