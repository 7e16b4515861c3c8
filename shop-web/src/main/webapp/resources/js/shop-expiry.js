/* A page that is open longer than its session says so a quarter of an hour before and again when it is over, without a dialog and
   without going anywhere: what is typed can be read and copied. Another window of the same session keeps it alive too, so that the
   server is asked before anything is said to be over. Without this script the next page says it. */
(() => {
  'use strict';
  const box = document.getElementById('expiry');
  if (!box) return;
  const BEFORE = 15 * 60;
  const say = when => {
    const template = when && box.querySelector('template[data-when=' + when + ']');
    if (box.dataset.said === (when || '')) return;
    box.dataset.said = when || '';
    box.querySelectorAll('.msg').forEach(one => one.remove());
    if (template) box.append(template.content.cloneNode(true));
  };

  let ends, timer;
  const left = () => (ends - Date.now()) / 1000;
  const plan = () => {
    clearTimeout(timer);
    const wait = left() > BEFORE ? left() - BEFORE : left();
    timer = setTimeout(look, Math.max(1, wait) * 1000);
  };
  const begin = seconds => {
    ends = Date.now() + seconds * 1000;
    say(left() > BEFORE ? '' : 'soon');
    plan();
  };

  // any page of the session keeps it alive; the basket is there for everybody
  const stay = async () => {
    let answer;
    try { answer = await fetch('basket'); } catch { return; }
    if (answer.status === 410) { clearTimeout(timer); say('over'); return; }
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const now = page.getElementById('expiry');
    if (now) begin(Number(now.dataset.seconds));
  };
  const look = () => {
    if (left() > BEFORE) plan();
    else if (left() > 0) { say('soon'); plan(); }
    else stay();
  };

  box.addEventListener('click', event => { if (event.target.closest('[data-action=stay]')) stay(); });
  // a machine that slept has not counted
  document.addEventListener('visibilitychange', () => { if (!document.hidden) look(); });
  begin(Number(box.dataset.seconds));
})();
