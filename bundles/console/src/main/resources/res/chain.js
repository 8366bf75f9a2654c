import { act, ask, cell, count, el, keepUpToDate, keyed, mark, micros, restate, say, show, state, sure, table } from './console.js';

const listeners = el('div');
show(listeners, el('p', { className: 'hint' },
  'Commands pass a chain from 1 on, responses the other way. A place that fails closed is never skipped: while it is off, what it covers is refused.'));

keepUpToDate(async () => {
  const seen = await ask();
  keyed(listeners, seen.listeners, (l) => l.name, section, update);
}, 2000);

function section(listener) {
  const name = listener.name;
  const body = el('tbody');
  const drain = el('button', { type: 'button', onclick: async () => {
    if (drain.dataset.verb === 'undrain' || await sure(`Close the port of ${name} and end its sessions?`, 'Drain')) act({ verb: drain.dataset.verb, listener: name });
  } });
  const standing = state(listener.state);
  const where = el('span', { className: 'mono' });
  const empty = el('p', { className: 'hint' }, 'Nobody sits in this chain: everything passes as it comes.');
  const rows = table('Chain of ' + name, [
    ['#', 'number'], ['Place'], ['State'], ['Role'], ['Fails'], ['Interest', 'wide'], ['Messages', 'number'], ['Half within', 'number'],
    ['99 % within', 'number'], ['Failures', 'number'], ['Since epoch', 'number'], ['', 'buttons']], body);
  const node = el('section', { className: 'listener' },
    el('header', {}, el('h2', {}, name), standing, where, el('span', { className: 'buttons' }, drain)), rows, empty);
  Object.assign(node, { body, drain, standing, where, empty, rows });
  return node;
}

function update(node, listener) {
  restate(node.standing, listener.state);
  say(node.where, [listener.address, count(listener.sessions) + ' sessions', 'epoch ' + count(listener.epoch)].filter(Boolean).join(', '));
  const drained = listener.state === 'drained';
  node.drain.dataset.verb = drained ? 'undrain' : 'drain';
  say(node.drain, drained ? 'Open again' : 'Drain');
  node.drain.setAttribute('aria-label', `${node.drain.textContent} ${listener.name}`);
  node.empty.hidden = listener.chain.length > 0;
  node.rows.hidden = listener.chain.length === 0;
  const numbered = listener.chain.map((slot, i) => ({ ...slot, place: i + 1 }));
  keyed(node.body, numbered, (slot) => slot.state === 'shadowed' ? 'shadowed ' + slot.place + slot.id : slot.id, (slot) => row(listener.name, slot), updateRow);
}

function row(listener, slot) {
  const button = el('button', { type: 'button', onclick: async () => {
    const verb = button.dataset.verb;
    const question = tr.dataset.closed === 'true'
      ? `Switch ${slot.id} off for ${listener}? What it covers is refused meanwhile.` : `Switch ${slot.id} off for ${listener}? It is skipped meanwhile.`;
    if (verb !== 'off' || await sure(question, 'Switch off')) act({ verb, listener, slot: slot.id });
  } });
  const tr = el('tr', {}, cell('#', 'number'), el('th', { scope: 'row' }, slot.id), cell('State', '', state(slot.state)), cell('Role', ''),
    cell('Fails', ''), cell('Interest', 'wide'), cell('Messages', 'number'), cell('Half within', 'number'), cell('99 % within', 'number'),
    cell('Failures', 'number'), cell('Since epoch', 'number'), cell('', 'buttons', button));
  tr.button = button;
  return tr;
}

const NEXT = { off: ['on', 'Switch on'], quarantined: ['readmit', 'Readmit'] };

function updateRow(tr, slot) {
  const cells = tr.cells;
  tr.dataset.closed = slot.failure === 'closed' || slot.required;
  say(cells[0], slot.place);
  restate(cells[2].firstChild, slot.state);
  say(cells[3], slot.role || '–');
  say(cells[4], slot.failure + (slot.required ? ', required' : ''));
  say(cells[5], slot.interest || '–');
  say(cells[6], count(slot.messages));
  say(cells[7], micros(slot.p50));
  say(cells[8], micros(slot.p99));
  say(cells[9], count(slot.failures));
  mark(cells[9], 'bad', slot.failures > 0);
  say(cells[10], count(slot.epoch));
  const [verb, title] = NEXT[slot.state] ?? ['off', 'Switch off'];
  tr.button.dataset.verb = verb;
  say(tr.button, title);
  tr.button.hidden = slot.state === 'shadowed';
  tr.button.setAttribute('aria-label', `${title} ${slot.id}`);
}
