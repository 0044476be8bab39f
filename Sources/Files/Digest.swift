import CDigest

/// The SHA-256 of some bytes (FIPS 180-4), by which a file or an act is known again.
public enum Digest {
  /// Sixty-four hexadecimal digits.
  public static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = self.bytes(bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  /// Thirty-two bytes.
  public static func bytes(_ bytes: [UInt8]) -> [UInt8] {
    var work = SHA2_CTX()
    SHA256Init(&work)
    SHA256Update(&work, bytes, bytes.count)
    var result = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256Final(&result, &work)
    return result
  }
}
