/**
 * The rules of the house that a machine can keep. Every rule has a fixture that breaks it, so that
 * we know it can fail: compiled ones below {@code fixture}, one package a rule, where classes named
 * Breaks… must be reported and classes named Keeps… must not; text ones in the test resources.
 */
package nl.topfruit.shop.architecture;
