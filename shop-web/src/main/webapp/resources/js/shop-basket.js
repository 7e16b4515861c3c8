/* The basket changes in place: a form that is sent comes back as the page it leads to, and what changed is said aloud. Without this
   script the page is loaded anew. */
(() => {
  'use strict';
  const live = () => document.getElementById('basket-live');
  let busy = false;

  const send = async (form, button) => {
    if (busy) return;
    busy = true;
    const data = new FormData(form);
    if (button) data.append(button.name, button.value);
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(data) });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const now = page.querySelector('form.basket');
      if (!answer.ok || !now) throw new Error(String(answer.status));
      const said = [...page.querySelectorAll('#messages .msg, #messages li, #basket-live .msg')].map(one => one.outerHTML);
      form.replaceChildren(...now.childNodes);
      form.action = now.action;
      const bar = document.getElementById('bar-basket'), counted = page.getElementById('bar-basket');
      if (bar && counted) bar.replaceChildren(...counted.childNodes);
      // what was said before belongs to before
      document.querySelectorAll('#messages .msg, #messages .msgs').forEach(one => one.remove());
      const box = live();
      box.innerHTML = said.join('');
      const target = box.querySelector('button') || form.querySelector('h2');
      if (target && button) { target.setAttribute('tabindex', target.matches('button') ? '0' : '-1'); target.focus(); }
    } catch { form.submit(); } finally { busy = false; }
  };

  document.addEventListener('submit', event => {
    if (!event.target.matches('form.basket')) return;
    event.preventDefault();
    send(event.target, event.submitter);
  });
  document.addEventListener('change', event => {
    if (event.target.matches('form.basket [data-field=quantity]')) send(event.target.form, null);
  });

  // what was typed and left before this script was there
  const early = [...document.querySelectorAll('form.basket [data-field=quantity]')]
    .some(one => one.value !== one.defaultValue && one !== document.activeElement);
  if (early) send(document.querySelector('form.basket'), null);
})();
