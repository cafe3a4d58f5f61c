import type { Vectors } from './aim.ts';

/** Scripts; each runs by itself, so that a missing API stops no other. */
export const scripts: Vectors = {
  fetch: 'fetch("$").catch(() => {})',
  'fetch-no-cors': 'fetch("$", { mode: "no-cors" }).catch(() => {})',
  'fetch-keepalive': 'fetch("$", { method: "POST", body: "x", keepalive: true }).catch(() => {})',
  'fetch-later': 'fetchLater("$", { activateAfter: 0 })',
  'fetch-preflight': 'fetch("$", { method: "PUT", headers: { "x-y": "z" } }).catch(() => {})',
  xhr: 'const x = new XMLHttpRequest(); x.open("GET", "$"); x.send()',
  'xhr-sync': 'const x = new XMLHttpRequest(); x.open("GET", "$", false); x.send()',
  beacon: 'navigator.sendBeacon("$", "x")',
  'event-source': 'new EventSource("$")',
  'web-socket': 'new WebSocket("ws://{host}/web-socket")',
  'web-socket-ipv6': 'new WebSocket("ws://[::1]:{port}/web-socket-ipv6")',
  'web-socket-stream': 'new WebSocketStream("ws://{host}/web-socket-stream")',
  'web-transport': 'new WebTransport("https://127.0.0.1:{udp}/x")',
  stun: 'peer({ urls: "stun:127.0.0.1:{udp}" })',
  'turn-udp': 'peer({ urls: "turn:127.0.0.1:{udp}?transport=udp", username: "u", credential: "c" })',
  'turn-tcp': 'peer({ urls: "turn:{host}?transport=tcp", username: "u", credential: "c" })',
  'turns-tcp': 'peer({ urls: "turns:{host}?transport=tcp", username: "u", credential: "c" })',
  'new-image': 'new Image().src = "$"',
  'new-audio': 'new Audio("$").load()',
  'new-video': 'const v = document.createElement("video"); v.src = "$"; v.load()',
  'inner-html': 'document.body.insertAdjacentHTML("beforeend", `<img src="$">`)',
  'document-write': 'const d = frame().contentDocument; d.write(`<img src="$">`); d.close()',
  'script-element': 'append("script", { src: "$" })',
  'link-element': 'append("link", { rel: "stylesheet", href: "$" })',
  'prefetch-element': 'append("link", { rel: "prefetch", href: "$" })',
  'iframe-element': 'append("iframe", { src: "$" })',
  'iframe-location': 'frame().contentWindow.location = "$"',
  'iframe-form': 'frame("target"); submit({ action: "$", method: "post", target: "target" })',
  'iframe-open': 'frame("opened"); window.open("$", "opened")',
  'iframe-blob': 'append("iframe", { src: blob(`<img src="$">`, "text/html") })',
  'iframe-fetch': 'frame().contentWindow.fetch("$").catch(() => {})',
  'object-element': 'append("object", { data: "$" })',
  'embed-element': 'append("embed", { src: "$" })',
  'insert-rule': 'append("style").sheet.insertRule("body { outline: 0; mask-image: url($) }")',
  'adopted-sheet':
    'const s = new CSSStyleSheet(); s.replaceSync("html { background: url($) }"); document.adoptedStyleSheets.push(s)',
  'inline-style': 'document.body.style.listStyleImage = "url($)"; document.body.style.display = "list-item"',
  'font-face': 'new FontFace("f3", "url($)").load().catch(() => {})',
  'event-handler':
    'document.body.insertAdjacentHTML("beforeend", `<img src="data:," onerror="fetch(\'$\')">`)',
  'svg-element': 'document.body.insertAdjacentHTML("beforeend", `<svg><image href="$"/></svg>`)',
  'import-call': 'import("$").catch(() => {})',
  'import-data': 'import("data:text/javascript,import \'$\'").catch(() => {})',
  'import-map':
    'append("script", { type: "importmap", text: `{"imports":{"bare":"$"}}` }); import("bare").catch(() => {})',
  'worker-url': 'new Worker("$")',
  'worker-blob': 'new Worker(blob(`fetch("$")`))',
  'worker-data': 'new Worker("data:text/javascript,fetch(`$`)")',
  'worker-import-scripts': 'new Worker(blob(`importScripts("$")`))',
  'worker-module': 'new Worker(blob(`import "$"`), { type: "module" })',
  'worker-web-socket': 'new Worker(blob(`new WebSocket("ws://{host}/worker-web-socket")`))',
  'worker-event-source': 'new Worker(blob(`new EventSource("$")`))',
  'worker-nested': 'new Worker(blob(`new Worker(URL.createObjectURL(new Blob([\'fetch("$")\'])))`))',
  'shared-worker': 'new SharedWorker(blob(`fetch("$")`))',
  'shared-worker-data': 'new SharedWorker("data:text/javascript,fetch(`$`)")',
  'service-worker': 'navigator.serviceWorker.register("$").catch(() => {})',
  'paint-worklet': 'CSS.paintWorklet.addModule("$").catch(() => {})',
  'animation-worklet': 'CSS.animationWorklet.addModule("$").catch(() => {})',
  'audio-worklet': 'new OfflineAudioContext(1, 1, 44100).audioWorklet.addModule("$").catch(() => {})',
  'shared-storage-worklet': 'sharedStorage.worklet.addModule("$").catch(() => {})',
  'cache-add': 'caches.open("x").then((cache) => cache.add("$")).catch(() => {})',
  'wasm-streaming': 'WebAssembly.compileStreaming(fetch("$")).catch(() => {})',
  'image-decoder': 'createImageBitmap(Object.assign(new Image(), { src: "$" })).catch(() => {})',
  'speculation-prefetch':
    'append("script", { type: "speculationrules", text: `{"prefetch":[{"urls":["$"],"eagerness":"immediate"}]}` })',
  'speculation-prerender':
    'append("script", { type: "speculationrules", text: `{"prerender":[{"urls":["$"],"eagerness":"immediate"}]}` })',
  xslt: 'new XSLTProcessor().importStylesheet(new DOMParser().parseFromString(`<x:stylesheet xmlns:x="http://www.w3.org/1999/XSL/Transform" version="1.0"><x:import href="$"/></x:stylesheet>`, "text/xml"))',
  'xml-entity': 'new DOMParser().parseFromString(`<!DOCTYPE x SYSTEM "$"><x/>`, "text/xml")',
  'notification-icon': 'new Notification("x", { icon: "$" })',
  'media-session': 'navigator.mediaSession.metadata = new MediaMetadata({ artwork: [{ src: "$" }] })',
  'late-fetch': 'setTimeout(() => fetch("$"), 100)',
};

/** What the scripts above are written with. */
export const prelude = `
const append = (tag, properties) => document.body.appendChild(Object.assign(document.createElement(tag), properties));
const blob = (text, type = 'text/javascript') => URL.createObjectURL(new Blob([text], { type }));
const frame = (name = '') => append('iframe', { name });
const click = (properties) => append('a', { textContent: 'x', ...properties }).click();
const submit = (properties) => append('form', properties).submit();
const peer = (server) => {
  const connection = new RTCPeerConnection({ iceServers: [server] });
  connection.createDataChannel('x');
  connection.createOffer().then((offer) => connection.setLocalDescription(offer));
};`;
