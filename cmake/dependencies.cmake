# Every foreign library, as a target named chohyo::<what it is for>. Debian packages: scripts/packages.txt.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)

function(chohyo_pkg name)
  pkg_check_modules(${name} REQUIRED IMPORTED_TARGET ${ARGN})
  add_library(chohyo::${name} ALIAS PkgConfig::${name})
endfunction()

# Headers of foreign libraries are system headers: our warnings are for our code.
function(chohyo_plain name)
  add_library(chohyo_foreign_${name} INTERFACE)
  target_link_libraries(chohyo_foreign_${name} INTERFACE ${ARGN})
  add_library(chohyo::${name} ALIAS chohyo_foreign_${name})
endfunction()

chohyo_pkg(fmt fmt)
chohyo_pkg(icu icu-uc icu-i18n)
chohyo_pkg(yaml yaml-cpp)
chohyo_pkg(crypto libcrypto)
chohyo_pkg(zip libzip)
chohyo_pkg(expat expat)
chohyo_pkg(gsf libgsf-1)
chohyo_pkg(qpdf libqpdf)
chohyo_pkg(harfbuzz harfbuzz harfbuzz-subset)
chohyo_pkg(xlsxwriter xlsxwriter)
chohyo_pkg(deflate libdeflate)
chohyo_pkg(png libpng)
chohyo_pkg(json nlohmann_json)
chohyo_plain(haru hpdf z)

find_path(CLI11_INCLUDE CLI/CLI.hpp REQUIRED)
chohyo_plain(cli)
