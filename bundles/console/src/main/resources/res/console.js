// What the pages share: asking the proxy, keeping up to date, building elements, writing figures, drawing charts.
// Text from the network becomes text nodes and nothing else: there is no markup made of strings in any of these files.

export const page = document.getElementById('posthouse');
const root = page.dataset.root;
// Not relative to the address of the page: somebody may have put the password into that, and then nothing may be fetched.
const service = new URL(root, location.origin).href;
const secret = page.dataset.secret;

/** An element: properties by name, `on…` as listeners, `data-…`, `aria-…` and the like as attributes, then its children. */
export function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key.includes('-') || key === 'role' || key === 'for') element.setAttribute(key, value);
    else element[key] = value;
  }
  element.append(...children.flat());
  return element;
}

/** Sets a node's text if it is another one: what somebody selects or reads out isn't disturbed. */
export function say(node, text) {
  if (node.textContent !== String(text)) node.textContent = text;
}

export function mark(node, name, on) {
  node.classList.toggle(name, on);
}

// ---------------------------------------------------------------- asking

/** The page's figures; undefined if what is asked for isn't there. */
export async function ask(parameters = {}) {
  const query = new URLSearchParams(parameters).toString();
  const response = await fetch(service + '.json' + (query ? '?' + query : ''), { cache: 'no-store', redirect: 'error' });
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(response.status === 401 ? 'log in again: load the page anew' : 'status ' + response.status);
  return response.json();
}

/** Does something, and says what became of it. */
export async function act(parameters) {
  let text;
  let done = false;
  try {
    const response = await fetch(service, {
      method: 'POST', redirect: 'error', headers: { 'X-Posthouse-Page': secret }, body: new URLSearchParams(parameters),
    });
    const answer = await response.json();
    done = response.ok && answer.done;
    text = answer.text ?? answer.error;
  } catch (failure) {
    text = 'that did not reach the proxy: ' + failure.message;
  }
  tell(text, done);
  refresh();
  return done;
}

const told = el('p', { className: 'told', role: 'status' });
let quiet;
function tell(text, good) {
  say(told, text);
  mark(told, 'bad', !good);
  told.hidden = false;
  clearTimeout(quiet);
  quiet = setTimeout(() => { told.hidden = true; }, 8000);
}

const pulse = el('span', { className: 'pulse' }, 'loading');
let wanted = () => Promise.resolve();
let timer;
let running = false;
let again = false;

/** Calls this at once and then every so many milliseconds, while somebody can see the page. */
export function keepUpToDate(look, millis) {
  wanted = async () => {
    try {
      await look();
      say(pulse, 'live');
      mark(pulse, 'bad', false);
    } catch (failure) {
      say(pulse, 'no answer: ' + failure.message);
      mark(pulse, 'bad', true);
    }
  };
  const turn = async () => {
    clearTimeout(timer);
    if (document.hidden) {
      say(pulse, 'paused');
      return;
    }
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      await wanted();
    } while (again);
    running = false;
    timer = setTimeout(turn, millis);
  };
  refresh = turn;
  document.addEventListener('visibilitychange', turn);
  turn();
}

/** Looks now instead of in a moment. */
export let refresh = () => {};

// ---------------------------------------------------------------- the page around

const PAGES = [['posthouse', 'Overview'], ['posthouse-sessions', 'Sessions'], ['posthouse-chain', 'Chain'], ['configMgr', 'Configuration']];

/** Puts these parts into the page, below the links between the pages. */
export function show(...parts) {
  const base = root.slice(0, root.lastIndexOf('/') + 1);
  const links = PAGES.map(([label, title]) => {
    const link = el('a', { href: base + label }, title);
    if (base + label === root) link.setAttribute('aria-current', 'page');
    return link;
  });
  told.hidden = true;
  page.replaceChildren(el('nav', { className: 'pages', 'aria-label': 'Posthouse' }, links, pulse), told, ...parts);
}

const question = el('p');
const confirmed = el('button', { type: 'submit', className: 'strong', value: 'yes' });
const asking = el('dialog', { className: 'asking', 'aria-label': 'Are you sure?' },
  el('form', { method: 'dialog' }, question,
    el('p', { className: 'buttons' }, confirmed, el('button', { type: 'submit', value: 'no', formNoValidate: true }, 'Cancel'))));

/** Whether somebody says so. */
export function sure(text, verb) {
  if (!asking.isConnected) page.append(asking);
  say(question, text);
  say(confirmed, verb);
  asking.returnValue = '';
  asking.showModal();
  return new Promise((decide) => {
    asking.addEventListener('close', () => decide(asking.returnValue === 'yes'), { once: true });
  });
}

/**
 * Brings the children of a node in line with a list, keeping the one that belongs to each key: focus, selection and
 * scroll stay where they are.
 */
export function keyed(parent, items, key, make, update) {
  const old = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  const kept = new Set(items.map((item) => String(key(item))));
  for (const [name, child] of old) if (!kept.has(name)) child.remove();
  let place = parent.firstElementChild;
  for (const item of items) {
    const name = String(key(item));
    let child = old.get(name);
    if (!child) {
      child = make(item);
      child.dataset.key = name;
    }
    if (child === place) place = place.nextElementSibling;
    else parent.insertBefore(child, place);
    update(child, item);
  }
}

// ---------------------------------------------------------------- figures

const whole = new Intl.NumberFormat('en');
const short = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

export const count = (n) => whole.format(n);

export function octets(n) {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let unit = 0;
  while (n >= 1024 && unit < units.length - 1) {
    n /= 1024;
    unit++;
  }
  return (unit === 0 ? whole.format(Math.round(n)) : short.format(n)) + ' ' + units[unit];
}

export const rate = (n) => short.format(n < 0.05 ? 0 : n) + '/s';
export const octetRate = (n) => octets(n) + '/s';

export function micros(n) {
  if (n === 0) return '–';
  if (n < 1000) return count(n) + ' µs';
  return n < 1e6 ? short.format(n / 1000) + ' ms' : short.format(n / 1e6) + ' s';
}

export function span(millis) {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  if (seconds < 60) return seconds + ' s';
  if (seconds < 3600) return Math.floor(seconds / 60) + ' min ' + String(seconds % 60).padStart(2, '0') + ' s';
  if (seconds < 86400) return Math.floor(seconds / 3600) + ' h ' + String(Math.floor(seconds / 60) % 60).padStart(2, '0') + ' min';
  return Math.floor(seconds / 86400) + ' d ' + Math.floor(seconds / 3600) % 24 + ' h';
}

export const moment = (millis) => new Date(millis).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

export const state = (word) => el('span', { className: 'state ' + word }, word);
export function restate(node, word) {
  say(node, word);
  node.className = 'state ' + word;
}

// ---------------------------------------------------------------- charts

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 300;
const HEIGHT = 56;

/** A line over time; `draw` takes points [[millis, value]…] and the moment at the right edge. */
export function chart(title, write, minutes) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${WIDTH} ${HEIGHT}`);
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('role', 'img');
  const area = document.createElementNS(SVG, 'path');
  area.setAttribute('class', 'area');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('class', 'line');
  svg.append(area, line);
  const now = el('strong');
  const most = el('small');
  const figure = el('figure', { className: 'chart' }, el('figcaption', {}, el('span', {}, title), now), svg, most);
  const breadth = minutes * 60000;
  figure.draw = (points, right) => {
    const shown = points.filter(([t]) => t >= right - breadth);
    const top = Math.max(1e-9, ...shown.map(([, v]) => v));
    const last = shown.length ? shown[shown.length - 1][1] : 0;
    say(now, shown.length ? write(last) : '–');
    say(most, `highest in ${minutes} min: ` + (shown.length ? write(Math.max(...shown.map(([, v]) => v))) : '–'));
    svg.setAttribute('aria-label', `${title}: now ${now.textContent}, ${most.textContent}`);
    const place = ([t, v]) => [
      (WIDTH * (t - right + breadth) / breadth).toFixed(1), (HEIGHT - 2 - (HEIGHT - 6) * v / top).toFixed(1)].join(' ');
    const path = shown.length > 1 ? 'M' + shown.map(place).join('L') : '';
    line.setAttribute('d', path);
    area.setAttribute('d', path && `${path}L${place(shown.at(-1)).split(' ')[0]} ${HEIGHT}L${place(shown[0]).split(' ')[0]} ${HEIGHT}Z`);
  };
  return figure;
}

/** Growth per second between neighbours of rows [millis, …]; a counter that began anew counts from zero. */
export function growth(rows, column) {
  const points = [];
  for (let i = 1; i < rows.length; i++) {
    const seconds = (rows[i][0] - rows[i - 1][0]) / 1000;
    const more = rows[i][column] - rows[i - 1][column];
    if (seconds > 0) points.push([rows[i][0], Math.max(0, more >= 0 ? more : rows[i][column]) / seconds]);
  }
  return points;
}

/** A table that becomes a list of cards on a narrow screen: columns are [title, class]. */
export function table(caption, columns, body) {
  return el('div', { className: 'scroll' }, el('table', {}, el('caption', {}, caption),
    el('thead', {}, el('tr', {}, columns.map(([title, name]) => (
      typeof title === 'string' ? el('th', { scope: 'col', className: name ?? '' }, title) : title)))), body));
}

/** A cell that says its column's title where there is no head to look at. */
export function cell(title, name, ...children) {
  return el('td', { className: name, 'data-title': title }, ...children);
}
