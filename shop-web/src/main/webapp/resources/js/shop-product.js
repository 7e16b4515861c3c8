/* The page of a product: the calendar sets the day, the card is drawn while one writes, branch and cost centre are suggested, the
   price follows the quantity. What is sent is checked by the server all the same. */
(() => {
  'use strict';
  const form = document.getElementById('order');
  if (!form) return;
  const field = name => form.querySelector('[data-field="' + name + '"]');
  const get = async (address, options) => {
    const answer = await fetch(address, options);
    if (!answer.ok) throw new Error(address + ': ' + answer.status);
    return answer;
  };

  // --- the day: radio buttons and the field that is sent say the same
  const day = field('deliver-on');
  const said = () => document.getElementById('day-hint');
  const mark = () => {
    form.querySelectorAll('#calendar input[type=radio]').forEach(radio => {
      radio.checked = radio.value === day.value;
      if (radio.checked && said()) said().textContent = radio.dataset.hint;
    });
  };
  form.addEventListener('change', event => {
    if (event.target.name === 'day') { day.value = event.target.value; mark(); }
    if (event.target === day) mark();
  });
  form.addEventListener('click', async event => {
    const other = event.target.closest('#calendar [data-month]');
    if (!other) return;
    event.preventDefault();
    const query = new URLSearchParams({ sku: document.getElementById('calendar').dataset.sku, month: other.dataset.month, on: day.value });
    try {
      const page = new DOMParser().parseFromString(await (await get('days?' + query)).text(), 'text/html');
      const forward = other.matches(':last-child');
      document.getElementById('calendar').replaceWith(page.getElementById('calendar'));
      mark();
      const links = form.querySelectorAll('#calendar [data-month]');
      (forward ? links[links.length - 1] : links[0]).focus();
    } catch { location.assign(other.href); }
  });

  // --- the address that is no branch
  const more = form.querySelector('details.more');
  if (more && more.dataset.open === 'true') more.open = true;

  // --- the card, drawn by what prints it
  const text = field('card-text'), inside = document.getElementById('card-inside'), front = document.getElementById('card-front');
  const chosen = name => { const one = form.querySelector('input[name="' + name + '"]:checked'); return one ? one.value : ''; };
  let drawing = 0, later;
  const draw = async () => {
    const mine = ++drawing;
    let card;
    try { card = await (await get('card', { method: 'POST', body: new URLSearchParams({ design: chosen('design'), font: chosen('font'), text: text.value }) })).json(); } catch { return; }
    if (mine !== drawing) return;
    inside.innerHTML = card.inside;
    document.getElementById('card-filled').textContent = card.filled;
    const problem = document.getElementById('card-problem');
    problem.textContent = card.problem;
    problem.hidden = !card.problem;
  };
  if (text) {
    text.addEventListener('input', () => { clearTimeout(later); later = setTimeout(draw, 150); });
    form.addEventListener('change', event => {
      if (event.target.name === 'design') { front.src = event.target.dataset.front; front.alt = event.target.dataset.alt; }
      if (['design', 'font'].includes(event.target.name)) draw();
    });
  }

  // --- the price of so many
  const quantity = field('quantity'), price = form.querySelector('[data-tiers]');
  const tiers = price ? price.dataset.tiers.split(' ').map(tier => tier.split(':')) : [];
  const money = new Intl.NumberFormat(document.documentElement.lang === 'en' ? 'en' : 'nl', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  quantity.addEventListener('input', () => {
    const many = quantity.value.trim();
    if (!/^[1-9]\d{0,3}$/.test(many)) return;
    let each = tiers[0][1];
    tiers.forEach(([from, amount]) => { if (+from <= +many) each = amount; });
    // in ten-thousandths, whole numbers, so that nothing is lost on the way
    const [euros, cents = ''] = each.split('.');
    const total = BigInt(euros + cents.padEnd(4, '0')) * BigInt(many);
    price.textContent = '€\u00a0' + money.format(Number((total + 50n) / 100n) / 100);
  });

  // --- suggestions below an input (WAI-ARIA combobox with a list): arrows choose, Enter takes, Escape closes, what is typed stays
  form.querySelectorAll('[data-suggest]').forEach(input => {
    const list = document.createElement('ul');
    list.id = input.id.replace(':', '-') + '-list';
    list.className = 'suggestions';
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', input.labels[0].textContent);
    list.hidden = true;
    input.parentElement.append(list);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', list.id);
    input.setAttribute('aria-expanded', 'false');
    let asked = 0, wait, at = -1;
    const options = () => [...list.children];
    const close = () => { list.hidden = true; input.setAttribute('aria-expanded', 'false'); input.removeAttribute('aria-activedescendant'); at = -1; };
    const go = to => {
      const all = options();
      at = (to + all.length) % all.length;
      all.forEach((option, i) => option.setAttribute('aria-selected', i === at ? 'true' : 'false'));
      input.setAttribute('aria-activedescendant', all[at].id);
      all[at].scrollIntoView({ block: 'nearest' });
    };
    const take = option => { input.value = option.dataset.value; close(); };
    const show = async () => {
      const mine = ++asked;
      let found;
      try { found = await (await get('suggest?' + new URLSearchParams({ of: input.dataset.suggest, q: input.value }))).json(); } catch { return; }
      if (mine !== asked || document.activeElement !== input) return;
      list.replaceChildren(...found.map((one, i) => {
        const option = document.createElement('li');
        option.id = list.id + i;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.dataset.value = one.value;
        option.append(one.value);
        if (one.detail) { const detail = document.createElement('span'); detail.textContent = one.detail; option.append(detail); }
        return option;
      }));
      at = -1;
      list.hidden = found.length === 0;
      input.setAttribute('aria-expanded', String(found.length > 0));
    };
    input.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(show, 120); });
    input.addEventListener('focus', () => input.select());
    input.addEventListener('click', () => { if (list.hidden) { input.select(); const typed = input.value; input.value = ''; show(); input.value = typed; } });
    input.addEventListener('keydown', event => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        if (list.hidden) show(); else go(at + (event.key === 'ArrowDown' ? 1 : -1));
      } else if (event.key === 'Enter' && at >= 0) { event.preventDefault(); take(options()[at]); }
      else if (event.key === 'Escape') close();
    });
    list.addEventListener('pointerdown', event => { const option = event.target.closest('[role=option]'); if (option) { event.preventDefault(); take(option); } });
    input.addEventListener('blur', () => { clearTimeout(wait); asked++; close(); });
  });

  // --- another size keeps what was filled in
  const kept = 'order draft';
  document.querySelectorAll('.sizes a').forEach(link => link.addEventListener('click', () => {
    try { sessionStorage.setItem(kept, JSON.stringify([...new FormData(form)].filter(([name]) => !/ViewState|nonce|line|quantity|SUBMIT/.test(name)))); } catch { /* storage is refused in some frames: the form starts anew */ }
  }));
  try {
    const draft = JSON.parse(sessionStorage.getItem(kept) || '[]');
    sessionStorage.removeItem(kept);
    draft.forEach(([name, value]) => {
      const inputs = [...form.elements].filter(one => one.name === name);
      inputs.forEach(one => { if (one.type === 'radio') one.checked = one.value === value; else if (one.type !== 'submit' && one.type !== 'hidden') one.value = value; });
    });
    if (draft.length) { mark(); const design = form.querySelector('input[name=design]:checked'); if (design) { front.src = design.dataset.front; draw(); } }
  } catch { /* nothing was kept */ }
})();
