/* The basket changes in place: a form that is sent comes back as the page it leads to, and what changed is said aloud. One post at a
   time; what is typed or pressed meanwhile waits for its turn, the last wish for a field counts, and nobody leaves before it was sent.
   Without this script the page is loaded anew. */
(() => {
  'use strict';
  const form = document.querySelector('form.basket');
  if (!form) return;
  const quantities = () => [...form.querySelectorAll('[data-field=quantity]')];
  const live = () => document.getElementById('basket-live');

  // quantities that were typed and left, and buttons that were pressed, but not sent yet
  let wanted = new Map();
  const pressed = [];
  // what is on its way
  let sending = null;
  // what to do when nothing waits any more
  let then = null;
  // taking the focused field out of the page says that it was left
  let replacing = false;

  const idle = () => !sending && wanted.size === 0 && pressed.length === 0;
  const told = field => (sending && sending.quantities.has(field.name) ? sending.quantities.get(field.name) : field.defaultValue);
  const same = (one, other) => one && one.name === other.name && one.value === other.value;

  // as the form is, but a number that is still being typed counts only when he leaves the page
  const body = (button, values) => {
    const data = new URLSearchParams(new FormData(form));
    quantities().forEach(field => data.set(field.name, values.has(field.name) ? values.get(field.name) : field.defaultValue));
    // what the page shows is older than what is on its way
    values.forEach((value, name) => data.delete(name.replace('quantity-', 'shown-')));
    if (button) data.append(button.name, button.value);
    return data;
  };

  // how to find the element again that has the focus, once its page has been replaced
  const place = () => {
    const at = document.activeElement;
    if (!at || !form.contains(at)) return null;
    const selector = at.id ? '#' + CSS.escape(at.id)
      : at.name ? at.tagName + '[name="' + CSS.escape(at.name) + '"][value="' + CSS.escape(at.value) + '"]'
      : at.hasAttribute('href') ? 'a[href="' + CSS.escape(at.getAttribute('href')) + '"]' : null;
    return selector && { selector, from: at.selectionStart, to: at.selectionEnd };
  };
  const focusAgain = (was, button) => {
    const again = was && form.querySelector(was.selector);
    const target = again || (button && (live().querySelector('button') || form.querySelector('h2')));
    if (!target || target === document.activeElement) return;
    if (!target.matches('a, button, input')) target.setAttribute('tabindex', '-1');
    target.focus({ preventScroll: Boolean(again) });
    if (again && typeof was.from === 'number') again.setSelectionRange(was.from, was.to);
  };

  const show = (page, now, button) => {
    const typed = quantities().filter(field => field.value !== told(field)).map(field => [field.name, field.value]);
    const said = [...page.querySelectorAll('#messages .msg, #messages li, #basket-live .msg')].map(one => one.outerHTML);
    const was = place();
    sending = null;
    replacing = true;
    form.replaceChildren(...now.childNodes);
    replacing = false;
    form.action = now.action;
    typed.forEach(([name, value]) => {
      const field = form.querySelector('[name="' + CSS.escape(name) + '"]');
      if (field) field.value = value;
    });
    const bar = document.getElementById('bar-basket'), counted = page.getElementById('bar-basket');
    if (bar && counted) bar.replaceChildren(...counted.childNodes);
    // what was said before belongs to before
    document.querySelectorAll('#messages .msg, #messages .msgs').forEach(one => one.remove());
    live().innerHTML = said.join('');
    focusAgain(was, button);
  };

  // no answer: what is typed stays where it is and goes with the next try
  const lost = () => {
    sending.quantities.forEach((value, name) => { if (!wanted.has(name)) wanted.set(name, value); });
    sending = null;
    pressed.length = 0;
    then = null;
    const message = document.createElement('p'), box = document.getElementById('messages');
    message.className = 'msg bad';
    message.textContent = box.dataset.lost;
    box.replaceChildren(message);
    box.scrollIntoView({ block: 'center' });
  };

  const send = async () => {
    if (sending) return;
    while (wanted.size || pressed.length) {
      const button = pressed.shift() || null;
      sending = { button, quantities: wanted };
      wanted = new Map();
      let answer, page;
      try {
        answer = await fetch(form.action, { method: 'POST', body: body(button, sending.quantities), keepalive: true });
        page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      } catch { lost(); return; }
      if (answer.status >= 500) { lost(); return; }
      const now = page.querySelector('form.basket');
      // the session is over, or it is no page of the shop at all: it says itself what to do
      if (!answer.ok || !now) { location.assign(location.pathname); return; }
      show(page, now, button);
    }
    const next = then;
    then = null;
    if (next) next();
  };

  const left = field => {
    if (field.value === told(field)) wanted.delete(field.name);
    else wanted.set(field.name, field.value);
    send();
  };
  ['change', 'focusout'].forEach(kind => form.addEventListener(kind, event => {
    if (!replacing && event.target.matches('[data-field=quantity]')) left(event.target);
  }));

  form.addEventListener('submit', event => {
    const button = event.submitter && event.submitter.name ? { name: event.submitter.name, value: event.submitter.value } : null;
    if (button && button.name === 'checkout') {
      if (idle()) return;
      event.preventDefault();
      then = () => { const on = form.querySelector('[name=checkout]'); if (on) form.requestSubmit(on); };
      send();
      return;
    }
    event.preventDefault();
    if (button) then = null;
    if (button && !same(sending && sending.button, button) && !pressed.some(one => same(one, button))) pressed.push(button);
    quantities().filter(field => field.value !== told(field)).forEach(field => wanted.set(field.name, field.value));
    send();
  });

  // a link waits until everything is sent
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href]');
    if (!link || idle() || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || link.target) return;
    event.preventDefault();
    then = () => location.assign(link.href);
    send();
  });

  // whoever goes otherwise takes nothing typed with him
  addEventListener('pagehide', () => {
    const rest = new Map(quantities().filter(field => field.value !== told(field)).map(field => [field.name, field.value]));
    if (!rest.size && !pressed.length) return;
    [pressed.shift() || null, ...pressed].forEach(button => navigator.sendBeacon(form.action, body(button, rest)));
  });

  // what was typed and left before this script was there
  quantities().filter(field => field !== document.activeElement && field.value !== field.defaultValue).forEach(left);
})();
