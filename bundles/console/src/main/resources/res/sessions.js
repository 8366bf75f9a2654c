import { act, ask, cell, count, el, keepUpToDate, keyed, moment, octets, page, refresh, restate, say, show, span, state, sure, table } from './console.js';

// What is looked for stays in the address: loading the page again, or sending the link to a colleague, shows the same.
const address = new URL(location.href);
const view = {
  q: address.searchParams.get('q') ?? '',
  sort: address.searchParams.get('sort') ?? 'opened',
  descending: address.searchParams.get('descending') === 'true',
  offset: Number(address.searchParams.get('offset')) || 0,
  limit: Number(address.searchParams.get('limit')) || 50,
};

const COLUMNS = [
  ['id', 'Session', ''], ['client', 'Client', 'mono'], ['user', 'User', 'stranger'], ['phase', 'State', ''],
  ['mailbox', 'Mailbox', 'stranger'], ['clientName', 'Program', 'stranger'], ['commands', 'Commands', 'number'],
  ['fromClients', 'In', 'number'], ['toClients', 'Out', 'number'], ['opened', 'Age', 'number']];

const search = el('input', { type: 'search', value: view.q, placeholder: 'user, address, mailbox, state …', 'aria-label': 'Search', autocomplete: 'off', spellcheck: false });
const size = el('select', { 'aria-label': 'Sessions per page' }, [25, 50, 100, 200, 500].map((n) => el('option', { value: n, selected: n === view.limit }, n + ' per page')));
// On a narrow screen the columns have no heads to press.
const order = el('select', { className: 'narrow', 'aria-label': 'Sort by' }, COLUMNS.map(([key, title]) => el('option', { value: key, selected: key === view.sort }, 'by ' + title.toLowerCase())));
const found = el('span', { className: 'found', role: 'status' });
const previous = el('button', { type: 'button', 'aria-label': 'Previous page' }, '‹ Previous');
const next = el('button', { type: 'button', 'aria-label': 'Next page' }, 'Next ›');
const body = el('tbody');
const heads = COLUMNS.map(([key, title, name]) => {
  const button = el('button', { type: 'button', className: 'sort', onclick: () => sortBy(key) }, title);
  return [el('th', { scope: 'col', className: name === 'number' ? name : '', 'data-sort': key }, button)];
});

show(
  el('form', { className: 'bar', role: 'search', onsubmit: (event) => event.preventDefault() }, search, size, order, found,
    el('span', { className: 'buttons' }, previous, next)),
  table('Open sessions', [...heads, ['', 'buttons']], body));

let typing;
search.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(() => change({ q: search.value, offset: 0 }), 200);
});
size.addEventListener('change', () => change({ limit: Number(size.value), offset: 0 }));
order.addEventListener('change', () => change({ sort: order.value, descending: false, offset: 0 }));
previous.addEventListener('click', () => change({ offset: Math.max(0, view.offset - view.limit) }));
next.addEventListener('click', () => change({ offset: view.offset + view.limit }));

function sortBy(key) {
  change(view.sort === key ? { descending: !view.descending, offset: 0 } : { sort: key, descending: false, offset: 0 });
}

function change(what) {
  Object.assign(view, what);
  order.value = view.sort;
  for (const [key, value] of Object.entries(view)) address.searchParams.set(key, value);
  history.replaceState(null, '', address);
  refresh();
}

keepUpToDate(async () => {
  const asked = { ...view };
  const seen = await ask(asked);
  if (JSON.stringify(asked) !== JSON.stringify(view)) return; // somebody has typed on meanwhile
  view.offset = seen.offset;
  const last = Math.min(seen.offset + view.limit, seen.matching);
  say(found, (seen.matching ? `${count(seen.offset + 1)}–${count(last)} of ${count(seen.matching)}` : 'none')
    + (seen.matching === seen.total ? '' : `, ${count(seen.total)} open`));
  previous.disabled = seen.offset === 0;
  next.disabled = last >= seen.matching;
  for (const [head] of heads) {
    const sorted = head.dataset.sort === view.sort;
    head.setAttribute('aria-sort', !sorted ? 'none' : view.descending ? 'descending' : 'ascending');
  }
  keyed(body, seen.sessions, (s) => s.id, row, (tr, session) => update(tr, session, seen.now));
  await look();
}, 2000);

function row(session) {
  const open = el('button', { type: 'button', className: 'link', onclick: () => inspect(session.id) }, session.id);
  const tr = el('tr', {}, el('th', { scope: 'row' }, open),
    COLUMNS.slice(1).map(([key, title, name]) => (key === 'phase' ? cell(title, name, state(session.phase)) : cell(title, name))),
    cell('', 'buttons', el('button', { type: 'button', 'aria-label': 'Kick ' + session.id, onclick: () => kick('session=' + session.id, 'session ' + session.id) }, 'Kick')));
  return tr;
}

function update(tr, s, now) {
  const cells = tr.cells;
  say(cells[1], s.client);
  say(cells[2], s.user ?? '–');
  restate(cells[3].firstChild, s.idling ? 'idle' : s.phase);
  say(cells[4], s.mailbox ?? '–');
  say(cells[5], s.clientName ?? '–');
  say(cells[6], count(s.commands));
  say(cells[7], octets(s.fromClients));
  say(cells[8], octets(s.toClients));
  say(cells[9], span(now - s.opened));
}

async function kick(sessions, what) {
  if (await sure(`End ${what}? The client is told so by a BYE and may connect again.`, 'Kick')) act({ verb: 'kick', sessions });
}

// ---------------------------------------------------------------- one session

const title = el('h2', { id: 'inspected-title' });
const gone = el('p', { className: 'bad', hidden: true }, 'This session has ended.');
const facts = el('dl');
const kickThis = el('button', { type: 'button', className: 'strong' }, 'Kick this session');
const kickUser = el('button', { type: 'button' }, 'Kick all of this user');
const kickAddress = el('button', { type: 'button' }, 'Kick all from this address');
const inspected = el('dialog', { className: 'inspected', 'aria-labelledby': 'inspected-title' }, title, gone, facts,
  el('form', { method: 'dialog', className: 'buttons' }, kickThis, kickUser, kickAddress, el('button', { type: 'submit' }, 'Close')));
page.append(inspected);
inspected.addEventListener('close', () => { inspected.dataset.id = ''; });

const FACTS = [
  ['Listener', (s) => s.listener], ['Client', (s) => s.client], ['State', (s) => s.phase + (s.idling ? ', in IDLE' : '')],
  ['User', (s) => s.user ?? 'not known'], ['Mailbox', (s) => s.mailbox ?? 'none'], ['Program', (s) => s.clientName ?? 'not said'],
  ['TLS, client', (s) => s.clientTls ?? 'plain'], ['Server', (s) => s.upstream], ['TLS, server', (s) => s.upstreamTls ?? 'plain'],
  ['Chain', (s) => s.chain.join(' → ') || 'nobody'], ['Commands', (s) => count(s.commands)], ['From the client', (s) => octets(s.fromClients)],
  ['To the client', (s) => octets(s.toClients)], ['Open since', (s, now) => `${moment(s.opened)}, ${span(now - s.opened)}`]];
const values = FACTS.map(([name]) => {
  const value = el('dd');
  facts.append(el('dt', {}, name), value);
  return value;
});

function inspect(id) {
  inspected.dataset.id = id;
  say(title, 'Session ' + id);
  for (const value of values) say(value, '…');
  for (const button of [kickThis, kickUser, kickAddress]) button.disabled = true;
  gone.hidden = true;
  inspected.showModal();
  refresh();
}

async function look() {
  const id = inspected.dataset.id;
  if (!id) return;
  const seen = await ask({ id });
  if (inspected.dataset.id !== id) return;
  gone.hidden = seen !== undefined;
  const s = seen?.session;
  kickThis.disabled = !s;
  kickUser.disabled = !s?.user;
  kickAddress.disabled = !s;
  if (!s) return;
  FACTS.forEach(([, read], i) => say(values[i], read(s, seen.now)));
  const from = s.client.slice(0, s.client.lastIndexOf(':')).replace(/[[\]]/g, '');
  kickThis.onclick = () => kick('session=' + s.id, 'session ' + s.id);
  kickUser.onclick = () => kick('user=' + s.user, 'all sessions of ' + s.user);
  kickAddress.onclick = () => kick('address=' + from, 'all sessions from ' + from);
}
