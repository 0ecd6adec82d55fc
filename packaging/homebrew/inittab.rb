# A formula for a tap. Untested: see packaging/README.md.
class Inittab < Formula
  desc "Checks, explains and simulates /etc/inittab and init scripts"
  homepage "https://github.com/OWNER/inittab"
  url "https://github.com/OWNER/inittab/releases/download/v0.1.0/inittab-0.1.0.tgz"
  sha256 "0000000000000000000000000000000000000000000000000000000000000000"
  license "MIT"

  depends_on "node"

  def install
    system "npm", "install", *std_npm_args
    bin.install_symlink libexec.glob("bin/*")
  end

  test do
    (testpath/"inittab").write "id:3:initdefault:\n1:3:respwan:/bin/sh\n"
    assert_match "respwan", shell_output("#{bin}/inittab check inittab", 1)
  end
end
