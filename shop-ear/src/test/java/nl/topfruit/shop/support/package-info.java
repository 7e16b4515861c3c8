/**
 * What the tests of the whole share: a running shop, a browser, a server for in-container tests.
 * Started once for a test run, on first use, and stopped at its end; no test class of its own may
 * come in.
 */
package nl.topfruit.shop.support;
