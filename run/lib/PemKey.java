import java.io.FileInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.util.Base64;

/** Prints a private key of a PKCS #12 store as PKCS #8 PEM, what keytool can't: {@code PemKey STORE PASSWORD ALIAS}. */
final class PemKey {
  private PemKey() {}

  public static void main(String[] arguments) throws Exception {
    char[] password = arguments[1].toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream file = new FileInputStream(arguments[0])) {
      store.load(file, password);
    }
    byte[] key = store.getKey(arguments[2], password).getEncoded();
    System.out.println("-----BEGIN PRIVATE KEY-----");
    System.out.println(Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(key));
    System.out.println("-----END PRIVATE KEY-----");
  }
}
