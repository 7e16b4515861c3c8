// The call-up that is being edited: each row is a parameter, sent under the name that stands in it; or raw text, sent as it is.
(() => {
  'use strict';
  const form = document.getElementById('call');
  if (!form) return;
  const rows = form.querySelector('tbody'), raw = form.querySelector('[data-call=raw]'), said = form.querySelector('.explanation');
  const part = (row, name) => row.querySelector(`[data-part=${name}]`);
  const sync = row => {
    const value = part(row, 'value');
    value.name = part(row, 'name').value;
    value.disabled = !part(row, 'sent').checked || !value.name;
    row.classList.toggle('off', value.disabled);
  };
  const row = name => [...rows.rows].find(it => part(it, 'name').value.toUpperCase() === name);
  const send = (name, on) => { const it = row(name); if (it) { part(it, 'sent').checked = on; sync(it); } };

  rows.addEventListener('input', event => {
    const it = event.target.closest('tr');
    if (event.target.dataset.part === 'value' && !part(it, 'sent').checked) part(it, 'sent').checked = true;
    sync(it);
  });
  form.addEventListener('change', event => {
    const choice = event.target;
    if (choice.dataset.call === 'method') form.method = choice.value;
    if (choice.dataset.call !== 'function') return;
    const wanted = choice.value, it = row('FUNCTION');
    if (it) { part(it, 'value').value = wanted; send('FUNCTION', wanted !== ''); }
    send('PRODUCTID', wanted === 'DETAIL' || wanted === 'VALIDATE');
    send('QUANTITY', wanted === 'VALIDATE');
    send('SEARCHSTRING', wanted === 'SOURCING' || wanted === 'BACKGROUND_SEARCH');
  });
  form.querySelector('[data-call=add]').addEventListener('click', () => {
    const more = rows.rows[rows.rows.length - 1].cloneNode(true);
    ['name', 'value'].forEach(name => { part(more, name).value = ''; });
    part(more, 'sent').checked = true;
    rows.append(more);
    sync(more);
    part(more, 'name').focus();
  });

  const encoded = () => [...form.elements].filter(it => it.dataset.part === 'value' && !it.disabled)
    .map(it => encodeURIComponent(it.name) + '=' + encodeURIComponent(it.value)).join('&');
  form.querySelector('[data-call=take-over]').addEventListener('click', () => { raw.value = encoded().replaceAll('&', '\n&'); raw.focus(); });
  const text = () => raw.value.replace(/\s*\n\s*/g, '').trim();

  // raw text goes as it is, which a form cannot do
  form.addEventListener('submit', event => {
    if (!text()) return;
    event.preventDefault();
    const address = form.getAttribute('action') + '?' + text();
    if (event.submitter && event.submitter.formTarget === '_blank') window.open(address, '_blank');
    else document.querySelector('iframe[name=console-frame]').src = address;
  });

  form.querySelector('[data-action=explain]').addEventListener('click', () => {
    const say = (sentence, tone, code) => { said.textContent = sentence; said.className = 'msg explanation ' + tone; said.dataset.code = code; };
    fetch(form.dataset.explain, { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: text() || encoded() })
      .then(answer => answer.ok ? answer.json() : Promise.reject(answer.status))
      .then(found => say(found.sentence, found.good ? 'good' : 'bad', found.code))
      .catch(() => say(said.dataset.lost, 'bad', ''));
  });
})();
