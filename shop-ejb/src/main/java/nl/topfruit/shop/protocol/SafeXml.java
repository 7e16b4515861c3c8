package nl.topfruit.shop.protocol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import nl.topfruit.shop.protocol.UnreadableMessage.Reason;
import org.w3c.dom.Document;
import org.w3c.dom.DocumentType;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The one place where XML of others is parsed. Nothing is ever fetched, no entity is ever expanded,
 * and depth is bounded; the parser is the one of the JDK, whatever else lies on the class path.
 */
public final class SafeXml {

  /** What a document type declaration is worth. */
  public enum Doctype {
    /** UBL has none: a document with one is refused. */
    REFUSED,
    /**
     * Every cXML document names its DTD: the name is ignored and nothing is loaded. A document that
     * declares entities of its own is refused.
     */
    IGNORED
  }

  private static final String LIMIT = "http://www.oracle.com/xml/jaxp/properties/";
  private static final Pattern DECLARED_ENCODING =
      Pattern.compile("^\\s*<\\?xml[^>]{0,100}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");
  private static final Pattern UNPARSED =
      Pattern.compile("<!\\[CDATA\\[.*?]]>|<!--.*?-->", Pattern.DOTALL);
  private static final Pattern REFERENCE = Pattern.compile("&(?!#|amp;|lt;|gt;|quot;|apos;)");
  private static final int DEEPEST = 200;

  private SafeXml() {}

  /**
   * @param bytes the document
   * @param charset from the Content-Type, or null. It counts only when the document has neither a
   *     byte order mark nor an encoding declaration of its own: libraries put a default there that
   *     nobody chose
   * @throws UnreadableMessage BROKEN or ENTITIES
   */
  public static Document parse(byte[] bytes, Charset charset, Doctype doctype) {
    if (bytes.length == 0) {
      throw new UnreadableMessage(Reason.BROKEN, "", "empty");
    }
    InputSource source = new InputSource(new ByteArrayInputStream(bytes));
    source.setEncoding(encoding(bytes, charset));
    try {
      Document document = builder(doctype).parse(source);
      refuseEntities(document.getDoctype(), bytes, charset);
      return document;
    } catch (SAXParseException e) {
      String place = e.getLineNumber() + ":" + e.getColumnNumber();
      throw broken(e, place, bytes, charset, doctype);
    } catch (SAXException | IOException e) {
      throw broken(e, "?", bytes, charset, doctype);
    }
  }

  /** The document as it was sent, in the encoding that {@link #parse} reads it in. */
  public static String text(byte[] bytes, Charset charset) {
    String encoding = encoding(bytes, charset);
    try {
      return new String(
          bytes, encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding));
    } catch (IllegalArgumentException unknownEncoding) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private static DocumentBuilder builder(Doctype doctype) {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(
          "http://apache.org/xml/features/disallow-doctype-decl", doctype == Doctype.REFUSED);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setAttribute(LIMIT + "entityExpansionLimit", "1");
      factory.setAttribute(LIMIT + "maxElementDepth", Integer.toString(DEEPEST));
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      factory.setIgnoringComments(true);
      factory.setCoalescing(true);
      factory.setNamespaceAware(doctype == Doctype.REFUSED);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
      builder.setErrorHandler(Strict.INSTANCE);
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("The XML parser of Java does not work", e);
    }
  }

  /**
   * Entities of its own, and references to entities of a DTD that is not read here: the parser
   * would leave those out of the text without a word.
   */
  private static void refuseEntities(DocumentType doctype, byte[] bytes, Charset charset) {
    if (doctype == null) {
      return;
    }
    String subset = doctype.getInternalSubset();
    boolean declared = subset != null && subset.contains("<!ENTITY");
    if (declared
        || REFERENCE.matcher(UNPARSED.matcher(text(bytes, charset)).replaceAll("")).find()) {
      throw new UnreadableMessage(Reason.ENTITIES, "", "entities");
    }
  }

  /** Without the parser's own words: they are in the language of the server and quote others. */
  private static UnreadableMessage broken(
      Exception cause, String place, byte[] bytes, Charset charset, Doctype doctype) {
    String text = text(bytes, charset);
    UnreadableMessage unreadable;
    if (text.contains("<!ENTITY") || text.contains("<!DOCTYPE") && isLimit(cause)) {
      unreadable = new UnreadableMessage(Reason.ENTITIES, "", "entities");
    } else if (doctype == Doctype.REFUSED && text.contains("<!DOCTYPE")) {
      unreadable = new UnreadableMessage(Reason.ENTITIES, "", "doctype");
    } else {
      unreadable = new UnreadableMessage(Reason.BROKEN, "", "broken", place);
    }
    unreadable.initCause(cause);
    return unreadable;
  }

  private static boolean isLimit(Exception cause) {
    return cause.getMessage() != null && cause.getMessage().contains("JAXP0001");
  }

  /** Null leaves it to the parser: mark, declaration, else UTF-8. */
  private static String encoding(byte[] bytes, Charset charset) {
    if (hasByteOrderMark(bytes) || bytes.length < 2 || bytes[0] == 0 || bytes[1] == 0) {
      return null;
    }
    String head = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARED_ENCODING.matcher(head);
    if (declared.find()) {
      // written by a string writer that claims UTF-16 and sent in bytes of one: a common mistake
      boolean claimsWide = declared.group(1).toUpperCase(Locale.ROOT).startsWith("UTF-16");
      return claimsWide ? StandardCharsets.UTF_8.name() : declared.group(1);
    }
    return charset == null ? null : charset.name();
  }

  private static boolean hasByteOrderMark(byte[] bytes) {
    return bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF
        || bytes.length >= 2
            && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF
                || bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE);
  }

  /** Warnings and errors are about validity, which is not asked; a fatal error ends the reading. */
  private enum Strict implements ErrorHandler {
    INSTANCE;

    @Override
    public void warning(SAXParseException exception) {
      // a missing DTD is no concern of ours
    }

    @Override
    public void error(SAXParseException exception) {
      // the document is not validated here
    }

    @Override
    public void fatalError(SAXParseException exception) throws SAXException {
      throw exception;
    }
  }
}
