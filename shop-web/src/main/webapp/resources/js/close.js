// Closes the window that a purchasing system opened for the shop. Where the browser does not let a page do that, the sentence on the
// page asks the shopper to do it.
(function () {
  'use strict';
  window.close();
})();
