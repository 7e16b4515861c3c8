// Takes the buyer back to his own system without a click. Shown again by the browser's back button the page stays as it is: the
// button is still there, but nothing is sent a second time by itself.
(function () {
  'use strict';
  var entry = performance.getEntriesByType('navigation')[0];
  var cameBack = entry && entry.type === 'back_forward';
  window.addEventListener('pageshow', function (event) {
    if (!event.persisted && !cameBack) {
      // a field of the return address may itself be called submit
      HTMLFormElement.prototype.submit.call(document.getElementById('oci-return'));
    }
  });
})();
