# The command line as a flake. Untested: see packaging/README.md.
{
  description = "Checks, explains and simulates /etc/inittab and init scripts";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs =
    { self, nixpkgs }:
    let
      systems = [
        "x86_64-linux"
        "aarch64-linux"
        "x86_64-darwin"
        "aarch64-darwin"
      ];
      forEach = make: nixpkgs.lib.genAttrs systems (system: make nixpkgs.legacyPackages.${system});
    in
    {
      packages = forEach (pkgs: {
        default = pkgs.stdenvNoCC.mkDerivation rec {
          pname = "inittab";
          version = "0.1.0";
          # The package has no dependencies, so nothing else is fetched.
          src = pkgs.fetchurl {
            url = "https://github.com/OWNER/inittab/releases/download/v${version}/inittab-${version}.tgz";
            hash = pkgs.lib.fakeHash;
          };
          sourceRoot = "package";
          nativeBuildInputs = [ pkgs.makeWrapper ];
          installPhase = ''
            mkdir -p $out/lib/inittab
            cp -r . $out/lib/inittab
            for name in inittab inittab-language-server; do
              makeWrapper ${pkgs.nodejs}/bin/node $out/bin/$name --add-flags $out/lib/inittab/bin/$name.js
            done
          '';
          meta = {
            license = pkgs.lib.licenses.mit;
            mainProgram = "inittab";
          };
        };
      });
    };
}
