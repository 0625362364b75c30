add_executable(xlsx_bench xlsx_bench.cc)
target_link_libraries(xlsx_bench PRIVATE chohyo_render chohyo::xlsxwriter)
