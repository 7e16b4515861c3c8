/* What every page does by script; each of it can be missed. */
(() => {
  'use strict';

  // a page that the browser kept from before: its server state may be gone, and its basket count old
  addEventListener('pageshow', event => { if (event.persisted) location.reload(); });

  // the notice of a redirect is said once: reloading or bookmarking the page must not say it again
  const here = new URL(location.href);
  if (here.searchParams.has('notice')) {
    here.searchParams.delete('notice');
    history.replaceState(history.state, '', here.pathname + here.search + here.hash);
  }

  // coming back to a list by the breadcrumb finds it as it was left
  const remembered = {
    get: path => { try { return sessionStorage.getItem('list ' + path) || ''; } catch { return ''; } },
    set: (path, query) => { try { sessionStorage.setItem('list ' + path, query); } catch { /* storage is refused in some frames: the list is shown whole */ } },
  };
  if (document.querySelector('.list')) remembered.set(location.pathname, location.search);
  document.querySelectorAll('a[data-list=back]').forEach(link => {
    const query = remembered.get(link.pathname);
    if (query && !link.search) link.search = query;
  });

  // a filter that is changed is applied
  document.addEventListener('change', event => {
    if (event.target.matches('[data-submit=change]')) event.target.form.requestSubmit();
  });

  // GET forms leave empty fields out of the address
  document.addEventListener('submit', event => {
    if (event.target.method !== 'get') return;
    const empty = [...event.target.elements].filter(field => field.name && !field.value);
    empty.forEach(field => { field.disabled = true; });
    setTimeout(() => empty.forEach(field => { field.disabled = false; }));
  });

  // characters and lines of a text: data-count names the element that says it, {0} {1} are filled in from its data-text
  const count = area => {
    const said = document.getElementById(area.dataset.count);
    if (said) said.textContent = said.dataset.text.replace('{0}', [...area.value].length).replace('{1}', area.value.split('\n').length);
  };
  document.addEventListener('input', event => { if (event.target.matches('[data-count]')) count(event.target); });
  document.querySelectorAll('[data-count]').forEach(count);

  // after a form came back with errors, the first of them gets the focus
  const firstError = () => {
    const wrong = document.querySelector('[aria-invalid=true]');
    if (wrong) wrong.focus();
  };
  firstError();

  // a form that takes one step at a time takes no second click before the step is done; a redirect is the next page's
  const step = (on, xhr) => {
    if (!on && xhr && /<redirect /.test(xhr.responseText)) return;
    document.querySelectorAll('form[data-one-step]').forEach(form => { form.inert = on; });
  };

  // a slow answer is seen, a lost one is said
  const $ = window.jQuery;
  if ($) {
    let bar, timer, open = 0;
    $(document)
      .on('pfAjaxSend', () => { step(true); if (open++ === 0) timer = setTimeout(() => { bar = document.body.appendChild(document.createElement('div')); bar.className = 'busy-bar'; }, 300); })
      .on('pfAjaxComplete', (event, xhr) => { step(false, xhr); if (--open <= 0) { open = 0; clearTimeout(timer); if (bar) bar.remove(); bar = null; firstError(); } })
      .on('pfAjaxError', () => {
        const said = document.querySelector('[data-lost]'), box = document.getElementById('messages');
        if (!said || !box) return;
        const message = document.createElement('p');
        message.className = 'msg bad';
        message.textContent = said.dataset.lost;
        box.replaceChildren(message);
        box.scrollIntoView({ block: 'center' });
      });
  }
})();
