add_executable(bench_sheet EXCLUDE_FROM_ALL ${CMAKE_CURRENT_LIST_DIR}/sheet_bench.cc)
target_link_libraries(bench_sheet PRIVATE chohyo_sheet)
