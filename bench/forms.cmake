if(TARGET chohyo_program)
  add_executable(forms_bench forms_bench.cc)
  target_link_libraries(forms_bench PRIVATE chohyo_program)
endif()
