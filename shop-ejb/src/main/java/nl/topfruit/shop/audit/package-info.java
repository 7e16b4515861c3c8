/**
 * Who did what, with the old and the new value; append only. No rule of any other room may come in.
 */
package nl.topfruit.shop.audit;
