import { act, ask, cell, chart, count, el, growth, keepUpToDate, keyed, mark, moment, octetRate, octets, rate, restate, say, show, span, state, sure, table } from './console.js';

const MINUTES = 15;
const DAY = 86400000;

const verdict = el('h2', { className: 'verdict' }, ' ');
const reasons = el('ul', { className: 'reasons' });
const charts = {
  sessions: chart('Sessions', count, MINUTES),
  commands: chart('Commands', rate, MINUTES),
  from: chart('From clients', octetRate, MINUTES),
  to: chart('To clients', octetRate, MINUTES),
  logins: chart('Logins', rate, MINUTES),
  failed: chart('Failed logins', rate, MINUTES),
};
const listeners = el('tbody');
const jars = el('tbody');
const plugins = el('section', { hidden: true }, table('Plugins', [['Jar'], ['Bundle'], ['State'], ['Remark']], jars));

show(
  el('section', { className: 'readiness', 'aria-live': 'polite' }, verdict, reasons),
  el('section', { className: 'charts', 'aria-label': 'The last quarter of an hour' }, Object.values(charts)),
  el('section', {}, table('Listeners', [
    ['Listener'], ['State'], ['Address'], ['TLS'], ['Certificate'], ['Server'], ['Sessions', 'number'], ['Commands', 'number'],
    ['In', 'number'], ['Out', 'number'], ['Logins', 'number'], ['Failed', 'number'], ['', 'buttons']], listeners)),
  plugins);

let samples = [];
let before = new Map();

keepUpToDate(async () => {
  const last = samples.at(-1)?.[0] ?? 0;
  const seen = await ask({ after: last });
  samples = samples.concat(seen.samples).filter(([t]) => t >= seen.now - MINUTES * 60000 - 10000);
  readiness(seen);
  draw(seen.now);
  rows(seen);
  plugins.hidden = seen.jars.length === 0;
  keyed(jars, seen.jars, (jar) => jar.jar, jarRow, updateJar);
}, 2000);

function readiness(seen) {
  say(verdict, seen.ready ? 'Ready for new clients' : 'Not ready for new clients');
  mark(verdict, 'bad', !seen.ready);
  keyed(reasons, seen.reasons, (r) => [r.kind, r.subject, r.reason].join('\n'), (r) => el('li', {},
    el('strong', {}, r.subject || r.kind), ' ', el('span', { className: 'why' }), ' ', el('em')), (item, r) => {
    mark(item, 'blocks', r.blocks);
    say(item.querySelector('.why'), r.reason);
    say(item.querySelector('em'), r.mend);
  });
}

function draw(now) {
  charts.sessions.draw(samples.map(([t, n]) => [t, n]), now);
  charts.commands.draw(growth(samples, 2), now);
  charts.from.draw(growth(samples, 3), now);
  charts.to.draw(growth(samples, 4), now);
  charts.logins.draw(growth(samples, 5), now);
  charts.failed.draw(growth(samples, 6), now);
}

function rows(seen) {
  keyed(listeners, seen.listeners, (l) => l.name, row, (tr, listener) => update(tr, listener, seen.now));
  before = new Map(seen.listeners.map((l) => [l.name, { ...l, at: seen.now }]));
}

function row(listener) {
  const name = listener.name;
  const button = el('button', { type: 'button', onclick: async () => {
    const drains = button.dataset.verb === 'drain';
    if (!drains || await sure(`Close the port of ${name} and end its sessions?`, 'Drain')) act({ verb: button.dataset.verb, listener: name });
  } });
  const tr = el('tr', {},
    el('th', { scope: 'row' }, name), cell('State', '', state(listener.state)), cell('Address', 'mono'), cell('TLS', ''),
    cell('Certificate', ''), cell('Server', 'mono'), cell('Sessions', 'number'), cell('Commands', 'number'), cell('In', 'number'),
    cell('Out', 'number'), cell('Logins', 'number'), cell('Failed', 'number'), cell('', 'buttons', button));
  tr.button = button;
  return tr;
}

function update(tr, listener, now) {
  const cells = tr.cells;
  restate(cells[1].firstChild, listener.state);
  say(cells[2], listener.address || '–');
  say(cells[3], listener.tls ?? '–');
  certificate(cells[4], listener.certificateExpires, now);
  say(cells[5], listener.upstream ? `${listener.upstream} (${listener.upstreamTls})` : '–');
  say(cells[6], count(listener.sessions));
  const old = before.get(listener.name);
  const per = (key) => (old && now > old.at ? Math.max(0, listener[key] - old[key]) / ((now - old.at) / 1000) : 0);
  figure(cells[7], rate(per('commands')), count(listener.commands) + ' in all');
  figure(cells[8], octetRate(per('fromClients')), octets(listener.fromClients) + ' in all');
  figure(cells[9], octetRate(per('toClients')), octets(listener.toClients) + ' in all');
  say(cells[10], count(listener.loggedIn));
  say(cells[11], count(listener.loginsFailed));
  const drained = listener.state === 'drained';
  tr.button.dataset.verb = drained ? 'undrain' : 'drain';
  say(tr.button, drained ? 'Open again' : 'Drain');
  tr.button.setAttribute('aria-label', `${tr.button.textContent} ${listener.name}`);
}

function figure(node, text, more) {
  say(node, text);
  node.title = more;
}

function certificate(node, expires, now) {
  const left = expires - now;
  mark(node, 'bad', left < 7 * DAY);
  mark(node, 'warn', left >= 7 * DAY && left < 21 * DAY);
  if (expires === undefined) say(node, '–');
  else say(node, left < 0 ? 'expired ' + span(-left) + ' ago' : span(left) + ' left');
  node.title = expires === undefined ? '' : moment(expires);
}

function jarRow(jar) {
  return el('tr', {}, el('th', { scope: 'row', className: 'wide' }, jar.jar), cell('Bundle', 'mono'), cell('State', '', state(jar.state)), cell('Remark', 'wide'));
}

function updateJar(tr, jar) {
  say(tr.cells[1], jar.bundle || '–');
  restate(tr.cells[2].firstChild, jar.state);
  say(tr.cells[3], [jar.reason, jar.mend].filter(Boolean).join(': ') || '–');
}
