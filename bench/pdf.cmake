add_executable(pdf_bench pdf_bench.cc)
target_link_libraries(pdf_bench PRIVATE chohyo_render chohyo::haru)
